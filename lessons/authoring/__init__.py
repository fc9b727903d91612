"""For authors: from solutions/NN_name.py to the notebooks and the keys."""
