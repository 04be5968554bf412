//! What must hold of the template, each rule as the faults that it finds.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use comanda::web::staff::FILES;
use serde_json::{Value, json};

use super::document::{Template, each, statements, target};

/// A rule.
pub(super) type Rule = fn(&Template) -> Vec<String>;

/// All of them.
pub(super) const RULES: [Rule; 12] = [
    actions_are_named,
    resources_are_named,
    roles_are_apart,
    callers_are_named,
    substitutions_are_given,
    queues_fit_their_functions,
    everything_is_traced_and_logged_for_a_while,
    the_table_is_kept,
    only_the_boards_files_are_open,
    the_board_is_called_by_its_own_api_only,
    staff_sign_in_by_code_alone,
    accounts_are_linked_by_code_alone,
];

/// No statement allows a pattern of actions.
fn actions_are_named(template: &Template) -> Vec<String> {
    statements(&template.json)
        .into_iter()
        .filter(|statement| statement["Effect"] != "Deny")
        .flat_map(|statement| each(&statement["Action"]))
        .filter(|action| action.as_str().is_none_or(|action| action.contains('*')))
        .map(|action| format!("{action} is allowed"))
        .collect()
}

/// What is allowed of any resource, or of a pattern of them, has its reason on the line above.
fn resources_are_named(template: &Template) -> Vec<String> {
    let mut patterns: BTreeMap<&str, usize> = BTreeMap::new();
    let allowed = statements(&template.json)
        .into_iter()
        .filter(|statement| statement["Effect"] != "Deny");
    for resource in allowed.flat_map(|statement| each(&statement["Resource"])) {
        let text = resource.as_str().or(resource["Fn::Sub"].as_str());
        if let Some(pattern) = text.filter(|text| is_pattern(text)) {
            *patterns.entry(pattern).or_default() += 1;
        }
    }
    let lines: Vec<&str> = template.text.lines().map(str::trim).collect();
    let mut faults = Vec::new();
    for (pattern, times) in patterns {
        let with_reason = lines
            .windows(2)
            .filter(|two| named_by(two[1]) == Some(pattern) && two[0].starts_with("# "))
            .count();
        if with_reason != times {
            faults.push(format!(
                "{pattern:?} is allowed {times} times, {with_reason} times with a reason"
            ));
        }
    }
    faults
}

/// The resource that a line names.
fn named_by(line: &str) -> Option<&str> {
    let value = line
        .strip_prefix("Resource:")
        .or_else(|| line.strip_prefix("-"))?
        .trim();
    let value = value.strip_prefix("!Sub").unwrap_or(value).trim();
    Some(value.trim_matches('"'))
}

/// Whether it means more than a thing of ours and what is in it.
fn is_pattern(resource: &str) -> bool {
    let within = resource
        .strip_suffix("/*")
        .filter(|thing| thing.starts_with("${"));
    within.unwrap_or(resource).contains('*')
}

/// Each function and each machine has a role that is nobody else's.
fn roles_are_apart(template: &Template) -> Vec<String> {
    let mut holders: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    let mut faults = Vec::new();
    for kind in ["AWS::Serverless::Function", "AWS::Serverless::StateMachine"] {
        for (id, properties) in template.of_type(kind) {
            match target(&properties["Role"]) {
                Some(role) => holders.entry(role).or_default().push(id),
                None => faults.push(format!("{id} has a role that SAM makes up")),
            }
            if !properties["Policies"].is_null() {
                faults.push(format!("{id} has policies beside its role"));
            }
        }
    }
    let shared = holders.iter().filter(|(_, who)| who.len() > 1);
    faults.extend(shared.map(|(role, who)| format!("{role} is shared by {}", who.join(", "))));
    for (id, role) in template.of_type("AWS::IAM::Role") {
        if !role["ManagedPolicyArns"].is_null() {
            faults.push(format!("{id} has policies that Amazon changes"));
        }
    }
    faults
}

/// Alexa is let in by the skill's id, everybody else by what they are.
fn callers_are_named(template: &Template) -> Vec<String> {
    let permissions = template.of_type("AWS::Lambda::Permission");
    let skills = permissions
        .values()
        .filter(|one| one["Principal"] == "alexa-appkit.amazon.com")
        .count();
    let mut faults: Vec<String> = (skills != 1)
        .then(|| format!("{skills} permissions for Alexa"))
        .into_iter()
        .collect();
    for (id, permission) in permissions {
        let by = match permission["Principal"].as_str() {
            Some("alexa-appkit.amazon.com") => "EventSourceToken",
            _ => "SourceArn",
        };
        if permission[by].is_null() {
            faults.push(format!("{id} has no {by}"));
        }
        if permission["Action"] != "lambda:InvokeFunction" {
            faults.push(format!("{id} permits {}", permission["Action"]));
        }
    }
    faults
}

/// What a definition leaves open is given, and nothing else.
fn substitutions_are_given(template: &Template) -> Vec<String> {
    let infra = Path::new(env!("CARGO_MANIFEST_DIR")).join("infra");
    let mut faults = Vec::new();
    for (id, machine) in template.of_type("AWS::Serverless::StateMachine") {
        let definition =
            std::fs::read_to_string(infra.join(machine["DefinitionUri"].as_str().unwrap())).unwrap();
        let open: BTreeSet<&str> = definition
            .split("${")
            .skip(1)
            .filter_map(|rest| Some(rest.split_once('}')?.0))
            .collect();
        let given: BTreeSet<&str> = machine["DefinitionSubstitutions"]
            .as_object()
            .unwrap()
            .keys()
            .map(String::as_str)
            .collect();
        if open != given {
            faults.push(format!("{id} leaves {open:?} open and is given {given:?}"));
        }
    }
    faults
}

/// A message stays hidden for six times what its function may take, as Lambda asks; failures are told one by one, and
/// what fails again and again is laid aside.
fn queues_fit_their_functions(template: &Template) -> Vec<String> {
    let mut faults = Vec::new();
    for (id, function) in template.of_type("AWS::Serverless::Function") {
        let timeout_s = template.of_function(function, "Timeout").as_i64().unwrap();
        let Some(events) = function["Events"].as_object() else {
            continue;
        };
        for (name, event) in events.iter().filter(|(_, event)| event["Type"] == "SQS") {
            let queue = template.meant_by(&event["Properties"]["Queue"]);
            if queue["VisibilityTimeout"]
                .as_i64()
                .is_none_or(|hidden_s| hidden_s < 6 * timeout_s)
            {
                faults.push(format!("{id}.{name} may be handled twice at once"));
            }
            if event["Properties"]["FunctionResponseTypes"] != json!(["ReportBatchItemFailures"]) {
                faults.push(format!("{id}.{name} fails as a whole"));
            }
            let dead = template.meant_by(&queue["RedrivePolicy"]["deadLetterTargetArn"]);
            if dead["FifoQueue"] != queue["FifoQueue"] || dead["MessageRetentionPeriod"] != 1_209_600 {
                faults.push(format!("{id}.{name} lays nothing aside for fourteen days"));
            }
        }
    }
    let open = template
        .of_type("AWS::SQS::Queue")
        .into_iter()
        .filter(|(_, queue)| queue["SqsManagedSseEnabled"] != true);
    faults.extend(open.map(|(id, _)| format!("{id} is not encrypted")));
    faults
}

/// Every function and machine is traced and writes to a log group of ours; none is kept for ever, and no machine logs data.
fn everything_is_traced_and_logged_for_a_while(template: &Template) -> Vec<String> {
    let mut faults = Vec::new();
    let kept = |group: &Value| !template.meant_by(group)["RetentionInDays"].is_null();
    for (id, function) in template.of_type("AWS::Serverless::Function") {
        if template.of_function(function, "Tracing") != "Active" {
            faults.push(format!("{id} is not traced"));
        }
        if !kept(&function["LoggingConfig"]["LogGroup"]) {
            faults.push(format!("{id} logs for ever"));
        }
    }
    for (id, machine) in template.of_type("AWS::Serverless::StateMachine") {
        if machine["Tracing"]["Enabled"] != true {
            faults.push(format!("{id} is not traced"));
        }
        if !kept(&machine["Logging"]["Destinations"][0]["CloudWatchLogsLogGroup"]["LogGroupArn"]) {
            faults.push(format!("{id} logs for ever, or nothing"));
        }
        if machine["Logging"]["IncludeExecutionData"] != false {
            faults.push(format!("{id} logs what it is given"));
        }
    }
    let groups = template.of_type("AWS::Logs::LogGroup").into_iter();
    faults.extend(
        groups
            .filter(|(_, group)| group["RetentionInDays"].is_null())
            .map(|(id, _)| format!("{id} is kept for ever")),
    );
    faults
}

/// The table is encrypted, can be brought back to any minute, and is not deleted with the stack.
fn the_table_is_kept(template: &Template) -> Vec<String> {
    let mut faults = Vec::new();
    for (id, table) in template.of_type("AWS::DynamoDB::Table") {
        let wanted = [
            (
                "point-in-time recovery",
                &table["PointInTimeRecoverySpecification"]["PointInTimeRecoveryEnabled"],
            ),
            ("encryption", &table["SSESpecification"]["SSEEnabled"]),
            ("deletion protection", &table["DeletionProtectionEnabled"]),
        ];
        faults.extend(
            wanted
                .into_iter()
                .filter(|(_, is)| **is != true)
                .map(|(what, _)| format!("{id} has no {what}")),
        );
        if template.json["Resources"][id]["DeletionPolicy"] != "Retain" {
            faults.push(format!("{id} goes with the stack"));
        }
    }
    faults
}

/// Each route of an API asks for a token of the right audience and scope, but those of the board's files, one by one.
fn only_the_boards_files_are_open(template: &Template) -> Vec<String> {
    let files: BTreeSet<String> = FILES
        .iter()
        .map(|(path, _, _)| format!("GET /staff{}", path.trim_end_matches('/')))
        .collect();
    let mut faults = Vec::new();
    let mut open = BTreeSet::new();
    for (id, route) in template.of_type("AWS::ApiGatewayV2::Route") {
        let key = route["RouteKey"].as_str().unwrap();
        let authorizer = template.meant_by(&route["AuthorizerId"]);
        let audience = each(&authorizer["JwtConfiguration"]["Audience"]);
        let is_for_the_board = audience
            .iter()
            .any(|client| target(client) == Some("StaffClient"));
        let asks = route["AuthorizationType"] == "JWT" && is_for_the_board;
        if asks && route["AuthorizationScopes"] == json!([SCOPE]) {
            continue;
        }
        if route["AuthorizationType"] == "NONE" && files.contains(key) {
            open.insert(key.to_owned());
            continue;
        }
        faults.push(format!("{id}, {key}, is open to more than staff"));
    }
    let shut = files.difference(&open);
    faults.extend(shut.map(|key| format!("{key} is open to nobody who has no token yet")));
    let routes = template.of_type("AWS::ApiGatewayV2::Route");
    if !routes.values().any(|route| route["RouteKey"] == "$default") {
        faults.push("no route is for the tickets".to_owned());
    }
    faults
}

/// What a token must allow to reach the board's tickets.
const SCOPE: &str = "comanda/board";

/// The function behind the board's page and tickets is called by their API, whose routes say who may what.
fn the_board_is_called_by_its_own_api_only(template: &Template) -> Vec<String> {
    let own = "arn:${AWS::Partition}:execute-api:${AWS::Region}:${AWS::AccountId}:${StaffApi}/*";
    template
        .of_type("AWS::Lambda::Permission")
        .into_iter()
        .filter(|(_, permission)| target(&permission["FunctionName"]) == Some("StaffFunction"))
        .filter(|(_, permission)| {
            permission["Principal"] != "apigateway.amazonaws.com" || permission["SourceArn"]["Fn::Sub"] != own
        })
        .map(|(id, _)| format!("{id} lets others than the board's API call it"))
        .collect()
}

/// Nobody makes themselves an account; who has one signs in at the pool's pages, which answer the board's page alone; and
/// page, pool and function mean the same by scope and group.
fn staff_sign_in_by_code_alone(template: &Template) -> Vec<String> {
    let resources = &template.json["Resources"];
    let of = |id: &str| &resources[id]["Properties"];
    let (client, pool) = (of("StaffClient"), of("StaffUsers"));
    let here = json!([{ "Fn::Sub": "${StaffApi.ApiEndpoint}/staff" }]);
    let flows = each(&client["ExplicitAuthFlows"]);
    let takes_passwords = flows
        .iter()
        .any(|flow| flow.as_str().is_none_or(|flow| flow.contains("PASSWORD")));
    let scopes = of("StaffScopes");
    let scope = scopes["Scopes"][0]["ScopeName"].as_str().unwrap_or_default();
    let named = format!("{}/{scope}", scopes["Identifier"].as_str().unwrap_or_default());
    let group = of("StaffGroup")["GroupName"].as_str().unwrap_or_default();
    let owners = of("OwnerGroup")["GroupName"].as_str().unwrap_or_default();
    let read =
        |path: &str| std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(path)).unwrap();
    let held = [
        ("has a secret", client["GenerateSecret"] == false),
        (
            "hands out tokens without a code",
            client["AllowedOAuthFlows"] == json!(["code"]),
        ),
        (
            "answers pages elsewhere",
            client["CallbackURLs"] == here && client["LogoutURLs"] == here,
        ),
        (
            "takes passwords past the sign-in pages",
            !flows.is_empty() && !takes_passwords,
        ),
        (
            "lets signed-out tokens renew",
            client["EnableTokenRevocation"] == true,
        ),
        (
            "lets a token renew twice",
            client["RefreshTokenRotation"]["Feature"] == "ENABLED",
        ),
        (
            "tells who has an account",
            client["PreventUserExistenceErrors"] == "ENABLED",
        ),
        (
            "allows more than the board",
            client["AllowedOAuthScopes"] == json!([SCOPE]),
        ),
        ("knows no such scope", named == SCOPE),
        (
            "lets people make themselves an account",
            pool["AdminCreateUserConfig"]["AllowAdminCreateUserOnly"] == true,
        ),
        (
            "has a page that asks for another scope",
            read("src/web/staff/session.js").contains(&format!("const SCOPE = \"{SCOPE}\";")),
        ),
        (
            "has a function that asks for another group",
            read("src/aws/functions/staff.rs").contains(&format!("pub const GROUP: &str = \"{group}\";")),
        ),
        (
            "has a function that asks for another group of owners",
            read("src/aws/functions/staff.rs").contains(&format!("pub const OWNERS: &str = \"{owners}\";")),
        ),
    ];
    held.into_iter()
        .filter(|(_, holds)| !holds)
        .map(|(fault, _)| format!("the board's client {fault}"))
        .collect()
}

/// Alexa is the one client of the customers' pool: by a code, with a secret, back to her own addresses, for the one scope
/// that the voice function asks for; and the pool is not the staff's.
fn accounts_are_linked_by_code_alone(template: &Template) -> Vec<String> {
    let resources = &template.json["Resources"];
    let of = |id: &str| &resources[id]["Properties"];
    let client = of("AccountClient");
    let scopes = of("AccountScopes");
    let scope = scopes["Scopes"][0]["ScopeName"].as_str().unwrap_or_default();
    let named = format!("{}/{scope}", scopes["Identifier"].as_str().unwrap_or_default());
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/channel/alexa/accounts/token.rs");
    let code = std::fs::read_to_string(path).unwrap();
    let flows = each(&client["ExplicitAuthFlows"]);
    let renews_alone = flows.iter().all(|flow| *flow == "ALLOW_REFRESH_TOKEN_AUTH");
    let held = [
        ("has no secret", client["GenerateSecret"] == true),
        (
            "hands out tokens without a code",
            client["AllowedOAuthFlows"] == json!(["code"]),
        ),
        (
            "answers others than Alexa",
            client["CallbackURLs"] == json!({ "Fn::Split": [",", { "Ref": "AlexaRedirectUrls" }] }),
        ),
        (
            "takes passwords past the sign-in pages",
            !flows.is_empty() && renews_alone,
        ),
        (
            "lets unlinked tokens renew",
            client["EnableTokenRevocation"] == true,
        ),
        (
            "tells who has an account",
            client["PreventUserExistenceErrors"] == "ENABLED",
        ),
        (
            "allows more than ordering",
            client["AllowedOAuthScopes"] == json!([named]),
        ),
        (
            "is asked for another scope",
            code.contains(&format!("const SCOPE: &str = \"{named}\";")),
        ),
        (
            "is of the staff's pool",
            target(&client["UserPoolId"]) == Some("AccountUsers"),
        ),
    ];
    held.into_iter()
        .filter(|(_, holds)| !holds)
        .map(|(fault, _)| format!("the accounts' client {fault}"))
        .collect()
}
