"""From templates to printed pages: WeasyPrint, fonts, and what a user's own templates may do."""
