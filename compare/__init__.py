"""Side by Side: two news articles about one event, compared with quotations."""
