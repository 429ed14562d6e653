"""What comes in: files and pages become a plan, the plan is carried out in one transaction with a ledger."""
