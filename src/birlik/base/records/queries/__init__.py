"""Every read of documents, readings and acts."""
