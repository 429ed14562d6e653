"""The history that photographs belong to: military campaigns, their phases and events, and what sources claim."""
