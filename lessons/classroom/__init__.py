"""The teacher's door: build the notebooks, grade what comes back, report."""
