"""Pure computation of the mandate: where an indicator stands, and where its papers disagree."""
