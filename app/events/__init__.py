"""Events: announced, joined, remembered, and in everybody's calendar."""
