"""The law and the scenarios that come with the package, held against each other."""
