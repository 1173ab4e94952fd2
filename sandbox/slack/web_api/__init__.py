"""The Web API, one module per family of methods; ``dispatch`` answers a request with them."""
