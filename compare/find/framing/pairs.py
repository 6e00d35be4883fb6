def framing_pairs(articles, links, voices, identities):
    return ()
