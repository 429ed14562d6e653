"""What happened to the records, told in words; put back as it was; and who else is at a record. Over all models."""
