"""What people made: houses, ruins, trains, aircraft, trucks, boats, bridges; each function gives a Shape in metres."""
