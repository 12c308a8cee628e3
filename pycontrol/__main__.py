"""`python -m pycontrol`: the command line."""

from pycontrol.cli import main

if __name__ == "__main__":
    main()
