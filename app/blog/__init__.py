"""The blog: what people of the house write about their customers' experience."""
