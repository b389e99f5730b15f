"""The storyboard's bible: its characters, places, props and looks, and where each of them is seen."""
