"""What is printed with an article and is none of its sentences: told line by line, set aside, never lost."""
