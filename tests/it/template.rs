//! What must hold of `infra/template.yaml`, besides what AWS's own schemas ask (`.ci/infra`): who may do what, what is
//! kept and for how long, and that the functions find the settings they read.

mod document;
#[cfg(feature = "aws")]
mod operations;
mod phone;
mod roles;
mod rules;
mod settings;

use std::path::Path;

use document::Template;
use rules::RULES;

fn text() -> String {
    std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("infra/template.yaml")).unwrap()
}

fn faults(text: &str) -> Vec<String> {
    let template = Template::read(text);
    RULES.iter().flat_map(|rule| rule(&template)).collect()
}

#[test]
fn the_template_has_no_fault() {
    assert_eq!(faults(&text()), Vec::<String>::new());
}

#[test]
fn each_fault_would_be_found() {
    let check = |was: &str, becomes: &str, fault: &str| {
        let text = text();
        assert!(text.contains(was), "the template does not say {was:?}");
        let found = faults(&text.replacen(was, becomes, 1));
        assert!(
            found.iter().any(|one| one.contains(fault)),
            "{becomes:?}: {found:?}"
        );
    };
    check(
        "Action: states:StartSyncExecution",
        "Action: states:*",
        r#""states:*" is allowed"#,
    );
    check("[dynamodb:GetItem, ", r#"["*", "#, r#""*" is allowed"#);
    check(
        "# X-Ray has no resources for these actions.\n",
        "\n",
        "times with a reason",
    );
    check(
        "Action: states:StartSyncExecution\n                Resource: !Ref QuoteMachine",
        "Action: states:StartSyncExecution\n                Resource: [\"*\"]",
        "times with a reason",
    );
    check(
        "Resource: !Ref QuoteMachine",
        "Resource: arn:aws:states:*:*:stateMachine:*",
        "1 times, 0 times with a reason",
    );
    check(
        "${Table.Arn}/index/by_customer",
        "${Table.Arn}/*/*",
        "1 times, 0 times with a reason",
    );
    check(
        "Role: !GetAtt StaffRole.Arn",
        "Role: !GetAtt VoiceRole.Arn",
        "VoiceRole is shared by StaffFunction, VoiceFunction",
    );
    check(
        "Role: !GetAtt OrderRole.Arn",
        "Policies: [AWSLambdaRole]",
        "OrderMachine has a role that SAM makes up",
    );
    check(
        "EventSourceToken: !Ref AlexaSkillId",
        "SourceAccount: !Ref AWS::AccountId",
        "has no EventSourceToken",
    );
    check(
        "SourceArn: !Sub arn:${AWS::Partition}:execute-api:${AWS::Region}:${AWS::AccountId}:${StaffApi}/*",
        "PrincipalOrgID: o-1",
        "has no SourceArn",
    );
    check(
        "Principal: alexa-appkit.amazon.com",
        "Principal: \"*\"",
        "0 permissions for Alexa",
    );
    check("CourierQueueUrl: !Ref CourierQueue\n", "\n", "leaves");
    check(
        "VisibilityTimeout: 120",
        "VisibilityTimeout: 119",
        "handled twice at once",
    );
    check(
        "FunctionResponseTypes: [ReportBatchItemFailures]",
        "Enabled: true",
        "fails as a whole",
    );
    check(
        "deadLetterTargetArn: !GetAtt KitchenDeadLetters.Arn",
        "deadLetterTargetArn: x",
        "lays nothing aside",
    );
    check(
        "SqsManagedSseEnabled: true",
        "SqsManagedSseEnabled: false",
        "is not encrypted",
    );
    check(
        "Tracing: Active",
        "Tracing: PassThrough",
        "StaffFunction is not traced",
    );
    check(
        "Tracing: { Enabled: true }",
        "Tracing: { Enabled: false }",
        "QuoteMachine is not traced",
    );
    check(
        "LogGroup: !Ref VoiceLogs",
        "LogGroup: /aws/lambda/voice",
        "VoiceFunction logs for ever",
    );
    check(
        "IncludeExecutionData: false",
        "IncludeExecutionData: true",
        "logs what it is given",
    );
    check(
        "RetentionInDays: !Ref LogRetentionDays",
        "LogGroupName: x",
        "VoiceLogs is kept for ever",
    );
    check(
        "PointInTimeRecoveryEnabled: true",
        "PointInTimeRecoveryEnabled: false",
        "no point-in-time recovery",
    );
    check("SSEEnabled: true", "SSEEnabled: false", "no encryption");
    check(
        "DeletionPolicy: Retain",
        "DeletionPolicy: Delete",
        "goes with the stack",
    );
    for (was, becomes, fault) in [
        (
            "GenerateSecret: true",
            "GenerateSecret: false",
            "accounts' client has no secret",
        ),
        (
            "[comanda/order]",
            "[comanda/order, aws.cognito.signin.user.admin]",
            "more than ordering",
        ),
        (
            "CallbackURLs: !Split [\",\", !Ref AlexaRedirectUrls]",
            "CallbackURLs: [https://evil.example]",
            "others than Alexa",
        ),
        (
            "[ALLOW_REFRESH_TOKEN_AUTH]",
            "[ALLOW_USER_PASSWORD_AUTH]",
            "past the sign-in pages",
        ),
        ("ScopeName: order", "ScopeName: orders", "asked for another scope"),
        ("GroupName: owner", "GroupName: owners", "another group of owners"),
    ] {
        check(was, becomes, fault);
    }
    for (was, becomes, fault) in OF_THE_BOARD {
        check(was, becomes, fault);
    }
}

/// What could be wrong with who reaches the staff board: what the template says, what it would say, and the fault in that.
const OF_THE_BOARD: [(&str, &str, &str); 20] = [
    (
        "AuthorizationType: JWT",
        "AuthorizationType: NONE",
        "$default, is open to more than staff",
    ),
    (
        "AuthorizationType: JWT",
        "AuthorizationType: AWS_IAM",
        "$default, is open to more than staff",
    ),
    (
        "AuthorizationScopes: [comanda/board]",
        "AuthorizationScopes: []",
        "$default, is open to more than staff",
    ),
    (
        "Audience: [!Ref StaffClient]",
        "Audience: [anybody]",
        "$default, is open to more than staff",
    ),
    (
        "RouteKey: $default",
        "RouteKey: GET /staff/tickets",
        "no route is for the tickets",
    ),
    (
        "RouteKey: GET /staff/texts.js",
        "RouteKey: GET /staff/tickets",
        "GET /staff/tickets, is open to more than staff",
    ),
    (
        "RouteKey: GET /staff/texts.js",
        "RouteKey: GET /staff/{file}",
        "GET /staff/{file}, is open to more than staff",
    ),
    (
        "RouteKey: GET /staff/texts.js",
        "RouteKey: GET /staff/{file+}",
        "GET /staff/{file+}, is open to more than staff",
    ),
    (
        "RouteKey: GET /staff/texts.js",
        "RouteKey: POST /staff/tickets/{order}/{kind}",
        "POST /staff/tickets/{order}/{kind}, is open to more than staff",
    ),
    (
        "RouteKey: GET /staff/board.js",
        "RouteKey: ANY /staff/board.js",
        "ANY /staff/board.js, is open to more than staff",
    ),
    (
        "RouteKey: GET /staff\n",
        "RouteKey: GET /board\n",
        "GET /staff is open to nobody",
    ),
    ("${StaffApi}/*\n", "*/*\n", "lets others than the board's API"),
    (
        "AllowedOAuthFlows: [code]",
        "AllowedOAuthFlows: [code, implicit]",
        "without a code",
    ),
    (
        "CallbackURLs: [!Sub \"${StaffApi.ApiEndpoint}/staff\"]",
        "CallbackURLs: [!Sub \"${StaffApi.ApiEndpoint}/staff\", http://localhost]",
        "answers pages elsewhere",
    ),
    ("GenerateSecret: false", "GenerateSecret: true", "has a secret"),
    (
        "[ALLOW_USER_SRP_AUTH]",
        "[ALLOW_USER_PASSWORD_AUTH]",
        "past the sign-in pages",
    ),
    ("Feature: ENABLED", "Feature: DISABLED", "renew twice"),
    (
        "AllowAdminCreateUserOnly: true",
        "AllowAdminCreateUserOnly: false",
        "make themselves an account",
    ),
    ("ScopeName: board", "ScopeName: all", "knows no such scope"),
    ("GroupName: staff", "GroupName: kitchen", "asks for another group"),
];

#[test]
fn every_parameter_has_a_default() {
    let template = Template::read(&text());
    for (name, parameter) in template.json["Parameters"].as_object().unwrap() {
        assert!(!parameter["Default"].is_null(), "{name}");
    }
}
