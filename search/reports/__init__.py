"""What staff learn of the search: what is asked, what finds nothing, what is opened."""
