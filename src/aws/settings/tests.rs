//! Each setting as a table: what is read, what is left out, and what is said of what is wrong.

use super::*;

const ORDER: &str = "arn:aws:states:sa-east-1:111122223333:stateMachine:comanda-order";

fn whole(name: &str) -> Option<String> {
    let value = match name {
        "COMANDA_TABLE" => "comanda",
        "COMANDA_QUOTE_MACHINE_ARN" => "arn:aws:states:sa-east-1:111122223333:stateMachine:comanda-quote",
        "COMANDA_RECOMMEND_MACHINE_ARN" => {
            "arn:aws:states:sa-east-1:111122223333:stateMachine:comanda-recommend"
        }
        "COMANDA_ORDER_MACHINE_ARN" => ORDER,
        "COMANDA_ALEXA_SKILL_ID" => " ",
        "COMANDA_TRUST" => "system",
        "LAMBDA_TASK_ROOT" => "/var/task",
        _ => return None,
    };
    Some(value.to_owned())
}

#[test]
fn what_is_set_is_read_and_what_is_empty_is_not_set() {
    let read = VoiceSettings::read(Environment::of(whole)).unwrap();
    assert_eq!(read.common.table, "comanda");
    assert_eq!(read.common.menu, PathBuf::from("/var/task/menu"));
    assert_eq!(read.common.trust, Trust::System);
    assert_eq!(read.alexa_skill_id, None);
    assert_eq!(read.order_machine, ORDER);
    assert_eq!(
        TasksSettings::read(Environment::of(whole)).unwrap().order_machine,
        ORDER
    );
}

#[test]
fn a_function_asks_only_for_what_it_needs() {
    let few =
        Environment::of(|name| matches!(name, "COMANDA_TABLE" | "COMANDA_MENU").then(|| "shop".to_owned()));
    let settings = Settings::read(few).unwrap();
    assert_eq!((settings.menu, settings.trust), ("shop".into(), Trust::Amazon));
    assert_eq!(
        TasksSettings::read(few).unwrap_err().variable,
        "COMANDA_ORDER_MACHINE_ARN"
    );
    assert_eq!(
        VoiceSettings::read(few).unwrap_err().variable,
        "COMANDA_QUOTE_MACHINE_ARN"
    );
}

#[test]
fn what_is_wrong_is_named_without_its_value() {
    let check = |look_up: fn(&str) -> Option<String>, variable: &str| {
        let error = VoiceSettings::read(Environment::of(look_up)).unwrap_err();
        assert_eq!(error.variable, variable, "{error}");
        assert!(!error.to_string().contains("hunter2"), "{error}");
    };
    check(|_| None, "COMANDA_TABLE");
    check(
        |name| (name == "COMANDA_TABLE").then(|| "hunter2 !".to_owned()),
        "COMANDA_TABLE",
    );
    check(
        |name| (name == "COMANDA_TABLE").then(|| "comanda".to_owned()),
        "COMANDA_MENU",
    );
    check(
        |name| match name {
            "COMANDA_TRUST" => Some("hunter2".to_owned()),
            _ => whole(name),
        },
        "COMANDA_TRUST",
    );
    check(
        |name| match name {
            "COMANDA_RECOMMEND_MACHINE_ARN" => Some("arn:aws:lambda:x:y:function:hunter2".to_owned()),
            _ => whole(name),
        },
        "COMANDA_RECOMMEND_MACHINE_ARN",
    );
    check(
        |name| match name {
            "COMANDA_ALEXA_SKILL_ID" => Some("hunter2".to_owned()),
            _ => whole(name),
        },
        "COMANDA_ALEXA_SKILL_ID",
    );
}

#[test]
fn notifications_and_messages_are_as_they_are_set() {
    let bare = AnnounceSettings::read(Environment::of(whole)).unwrap();
    assert_eq!(
        (bare.alexa_region, bare.alexa_stage),
        (Region::NorthAmerica, Stage::Live)
    );
    assert!(bare.texts.sent && bare.texts.sender.is_none() && bare.alexa_client_secret.is_none());
    let set = AnnounceSettings::read(Environment::of(|name| match name {
        "COMANDA_ALEXA_REGION" => Some("eu".to_owned()),
        "COMANDA_ALEXA_STAGE" => Some("development".to_owned()),
        "COMANDA_TEXTS" => Some("no".to_owned()),
        "COMANDA_TEXTS_SENDER" => Some("Forno".to_owned()),
        _ => whole(name),
    }));
    let set = set.unwrap();
    assert_eq!(
        (set.alexa_region, set.alexa_stage),
        (Region::Europe, Stage::Development)
    );
    assert!(!set.texts.sent);
    assert_eq!(set.texts.sender, SenderId::of("Forno"));
    let check = |look_up: fn(&str) -> Option<String>, variable: &str| {
        let error = AnnounceSettings::read(Environment::of(look_up)).unwrap_err();
        assert_eq!(error.variable, variable);
    };
    check(
        |name| {
            if name == "COMANDA_TEXTS" {
                Some("perhaps".to_owned())
            } else {
                whole(name)
            }
        },
        "COMANDA_TEXTS",
    );
    check(
        |name| {
            if name == "COMANDA_TEXTS_SENDER" {
                Some("12345".to_owned())
            } else {
                whole(name)
            }
        },
        "COMANDA_TEXTS_SENDER",
    );
    check(
        |name| {
            if name == "COMANDA_ALEXA_REGION" {
                Some("mars".to_owned())
            } else {
                whole(name)
            }
        },
        "COMANDA_ALEXA_REGION",
    );
}

#[test]
fn the_board_knows_where_to_sign_in_or_does_not_start() {
    fn with(name: &str, address: &str, client: &str) -> Option<String> {
        match name {
            "COMANDA_STAFF_SIGN_IN" => Some(address.to_owned()),
            "COMANDA_STAFF_CLIENT" => Some(client.to_owned()),
            _ => whole(name),
        }
    }
    let read = |look_up: fn(&str) -> Option<String>| StaffSettings::read(Environment::of(look_up));
    let good = read(|name| with(name, "https://shop.auth.us-east-1.amazoncognito.com", "c1")).unwrap();
    assert_eq!(good.sign_in.client(), "c1");
    let check = |look_up: fn(&str) -> Option<String>, variable: &str| {
        let error = read(look_up).unwrap_err();
        assert_eq!(error.variable, variable, "{error}");
        assert!(!error.to_string().contains("hunter2"), "{error}");
    };
    check(whole, "COMANDA_STAFF_SIGN_IN");
    check(|name| with(name, "hunter2", "c1"), "COMANDA_STAFF_SIGN_IN");
    check(
        |name| with(name, "https://shop.example", ""),
        "COMANDA_STAFF_CLIENT",
    );
    check(
        |name| with(name, "https://shop.example", "hunter2 \""),
        "COMANDA_STAFF_CLIENT",
    );
}

#[test]
fn a_log_filter_is_a_level_or_levels_by_module() {
    let check = |text: &'static str, expected: bool| {
        let filter = Targets::from_str(text).is_ok();
        assert_eq!(filter, expected, "{text}");
    };
    check("warn", true);
    check("info,comanda::workflow=debug", true);
    check("comanda=loud", false);
    assert_eq!(
        log_filter(Environment::of(|_| None)).unwrap().default_level(),
        Some(tracing_subscriber::filter::LevelFilter::INFO)
    );
}

#[test]
fn a_line_is_a_flow_and_a_number() {
    const FLOW: &str = "arn:aws:connect:sa-east-1:111122223333:instance/0a/contact-flow/1b";
    fn table(name: &str) -> Option<String> {
        matches!(name, "COMANDA_TABLE" | "COMANDA_MENU").then(|| "shop".to_owned())
    }
    let line = |environment| AnnounceSettings::read(environment).map(|settings| settings.line);
    assert_eq!(line(Environment::of(table)).unwrap(), None);
    let whole = Environment::of(|name| match name {
        "COMANDA_LINE_FLOW_ARN" => Some(FLOW.to_owned()),
        "COMANDA_LINE_FROM" => Some("+551130030000".to_owned()),
        "COMANDA_LINE_CAMPAIGN" => Some("yes".to_owned()),
        name => table(name),
    });
    let read = line(whole).unwrap().unwrap();
    assert_eq!((read.from.as_str(), read.campaign), ("+551130030000", true));
    let without_number = Environment::of(|name| match name {
        "COMANDA_LINE_FLOW_ARN" => Some(FLOW.to_owned()),
        name => table(name),
    });
    assert_eq!(line(without_number).unwrap_err().variable, "COMANDA_LINE_FROM");
    let bad_number = Environment::of(|name| match name {
        "COMANDA_LINE_FLOW_ARN" => Some(FLOW.to_owned()),
        "COMANDA_LINE_FROM" => Some("3003-0000".to_owned()),
        name => table(name),
    });
    assert_eq!(line(bad_number).unwrap_err().variable, "COMANDA_LINE_FROM");
    let no_flow = Environment::of(|name| match name {
        "COMANDA_LINE_FLOW_ARN" => Some("arn:aws:lambda:x".to_owned()),
        name => table(name),
    });
    assert_eq!(line(no_flow).unwrap_err().variable, "COMANDA_LINE_FLOW_ARN");
}
