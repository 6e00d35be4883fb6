"""From bytes to the characters that were meant: encodings, damage, references, what nobody sees."""
