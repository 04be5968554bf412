//! Claude on Amazon Bedrock behind the interpreter's port.
