"""The visitors' face. It reads what the gate let through and nothing else."""
