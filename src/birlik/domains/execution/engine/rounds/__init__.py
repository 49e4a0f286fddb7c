"""What a reporting round asks for, and what its answers come to."""
