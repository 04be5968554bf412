//! Task states, and how a `Resource` says by whom and when it is answered.

use super::Reader;
use super::fields::Fields;
use super::references::Offered;
use crate::asl::definition::{Given, Integration, MachineType, TaskState};
use crate::asl::fault::FaultCode;
use crate::asl::limits::MAX_SECONDS;

impl Reader {
    pub(super) fn task(&mut self, fields: &Fields<'_>) -> Option<TaskState> {
        let resource = self.required_string(fields, "Resource");
        let integration = resource.and_then(|resource| self.integration(resource, fields.at("Resource")));
        let timeout_seconds = self.count(fields, "TimeoutSeconds", (1, MAX_SECONDS));
        let heartbeat_seconds = self.count(fields, "HeartbeatSeconds", (1, MAX_SECONDS));
        if let (Some(Given::Literal(timeout)), Some(Given::Literal(heartbeat))) =
            (&timeout_seconds, &heartbeat_seconds)
            && heartbeat >= timeout
        {
            self.faults.schema(
                fields.at("HeartbeatSeconds"),
                "HeartbeatSeconds must be smaller than TimeoutSeconds",
            );
        }
        Some(TaskState {
            arguments: self.template(fields, "Arguments", Offered::default()),
            credentials: self.template(fields, "Credentials", Offered::default()),
            timeout_seconds,
            heartbeat_seconds,
            rescue: self.rescue(fields),
            integration: integration?,
            resource: resource?.to_owned(),
        })
    }

    fn integration(&mut self, resource: &str, path: String) -> Option<Integration> {
        let parts: Vec<_> = resource.splitn(6, ':').collect();
        let ["arn", _, service, region, _, action] = parts.as_slice() else {
            self.faults.schema(path, "Value is not a valid resource ARN");
            return None;
        };
        match (*service, *region) {
            ("lambda", _) => Some(Integration::Lambda),
            ("states", "") => self.service_integration(action, path),
            ("states", _) if action.starts_with("activity:") => {
                self.faults.add(
                    FaultCode::Unsupported,
                    path,
                    "Activities are not run by this engine",
                );
                None
            }
            _ => {
                self.faults.schema(path, "Value is not a valid resource ARN");
                None
            }
        }
    }

    /// `action` is what follows `arn:aws:states:::`.
    fn service_integration(&mut self, action: &str, path: String) -> Option<Integration> {
        let integration = match action.split_once('.').map(|(_, pattern)| pattern) {
            None => return Some(Integration::RequestResponse),
            Some("sync" | "sync:2") => Integration::Sync,
            Some("waitForTaskToken") => Integration::Callback,
            Some(_) => {
                self.faults
                    .schema(path, "The resource provided is not recognized");
                return None;
            }
        };
        match self.machine_type {
            MachineType::Standard => Some(integration),
            MachineType::Express => {
                self.faults.schema(
                    path,
                    "Express state machines do not support '.sync' and '.waitForTaskToken'",
                );
                None
            }
        }
    }
}
