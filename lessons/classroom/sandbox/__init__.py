"""Where learners' code runs: fresh, alone, within limits, and gone afterwards."""
