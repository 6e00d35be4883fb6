"""What several editions show: the rows and words of a comparison, without markup."""
