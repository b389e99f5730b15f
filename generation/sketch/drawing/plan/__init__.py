"""Plans: a shot from straight above. The ground fills the picture, and people are heads and shoulders."""
