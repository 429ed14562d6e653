"""How Verso is set up and started: settings, database, addresses, server. Nothing about photographs."""
