//! What an expression may name. It is evaluated without an input document, so a bare name, `$` or `*` at the
//! top level can mean nothing; `$states` has its fields only where there is something in them; and the
//! language is JSONata 2.0.6 without `$eval`.
//!
//! Only the first step of a path is at the top level: later steps, filters, sort terms and groupings look at
//! what the step before them produced. A function's body is at the level of the expression around it.

use std::collections::BTreeSet;

use jsonata_core::ast::{AstNode, BinaryOp, PathStep, Stage};

use super::Reader;
use crate::asl::expression::Expression;
use crate::asl::fault::FaultCode;

/// Which fields of `$states` an expression finds, beside `input` and `context`.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Offered {
    pub(super) result: bool,
    pub(super) error_output: bool,
}

impl Reader {
    /// Notes what the expression names. False where it names something that it must not.
    pub(super) fn references(&mut self, expression: &mut Expression, path: &str, offered: Offered) -> bool {
        let mut finder = Finder {
            offered,
            names: BTreeSet::new(),
            complaints: Vec::new(),
        };
        finder.node(&expression.ast, true);
        expression.variables = finder.names;
        let is_fine = finder.complaints.is_empty();
        for (code, message) in finder.complaints {
            self.faults.add(code, path, message);
        }
        is_fine
    }
}

struct Finder {
    offered: Offered,
    names: BTreeSet<String>,
    complaints: Vec<(FaultCode, String)>,
}

impl Finder {
    fn complain(&mut self, message: String) {
        let complaint = (FaultCode::UnsupportedJsonataExpression, message);
        if !self.complaints.contains(&complaint) {
            self.complaints.push(complaint);
        }
    }

    fn top_level(&mut self, name: &str, is_top: bool) {
        if is_top {
            self.complain(format!(
                "Reference to '{name}' at the top level is not supported."
            ));
        }
    }

    fn node(&mut self, node: &AstNode, is_top: bool) {
        match node {
            AstNode::Name(name) => self.top_level(name, is_top),
            AstNode::Wildcard => self.top_level("*", is_top),
            AstNode::Descendant => self.top_level("**", is_top),
            AstNode::Parent(_) => self.top_level("%", is_top),
            AstNode::Variable(name) if name.is_empty() => self.top_level("$", is_top),
            AstNode::Variable(name) => self.name(name),
            AstNode::ParentVariable(_) => self.complain("Reference to '$$' is not supported.".to_owned()),
            AstNode::Path { steps } => self.path(steps, is_top),
            AstNode::Binary { op, lhs, rhs } => self.binary(*op, lhs, rhs, is_top),
            AstNode::Unary { operand, .. } => self.node(operand, is_top),
            AstNode::Function { name, args, .. } => {
                self.name(name);
                self.nodes(args, is_top);
            }
            AstNode::Call { procedure, args } => {
                self.node(procedure, is_top);
                self.nodes(args, is_top);
            }
            AstNode::Lambda { body, .. } => self.node(body, is_top),
            AstNode::Array(items) | AstNode::Block(items) | AstNode::ArrayGroup(items) => {
                self.nodes(items, is_top);
            }
            AstNode::Object(pairs) => self.pairs(pairs, is_top),
            AstNode::ObjectTransform { input, pattern } => {
                self.node(input, is_top);
                self.pairs(pattern, false);
            }
            AstNode::Conditional {
                condition,
                then_branch,
                else_branch,
            } => {
                self.node(condition, is_top);
                self.node(then_branch, is_top);
                else_branch.iter().for_each(|branch| self.node(branch, is_top));
            }
            AstNode::FunctionApplication(inner) => self.node(inner, is_top),
            AstNode::Sort { input, terms } => {
                self.node(input, is_top);
                terms.iter().for_each(|(term, _)| self.node(term, false));
            }
            AstNode::Transform {
                location,
                update,
                delete,
            } => {
                self.node(location, false);
                self.node(update, false);
                delete.iter().for_each(|delete| self.node(delete, false));
            }
            AstNode::String(_)
            | AstNode::Number(_)
            | AstNode::Boolean(_)
            | AstNode::Null
            | AstNode::Undefined
            | AstNode::Placeholder
            | AstNode::Regex { .. } => {}
        }
    }

    fn nodes(&mut self, nodes: &[AstNode], is_top: bool) {
        nodes.iter().for_each(|node| self.node(node, is_top));
    }

    fn pairs(&mut self, pairs: &[(AstNode, AstNode)], is_top: bool) {
        for (key, value) in pairs {
            self.node(key, is_top);
            self.node(value, is_top);
        }
    }

    fn path(&mut self, steps: &[PathStep], is_top: bool) {
        if let [first, second, ..] = steps
            && matches!(&first.node, AstNode::Variable(name) if name == "states")
            && let AstNode::Name(field) = &second.node
        {
            self.states_field(field);
        }
        for (index, step) in steps.iter().enumerate() {
            self.node(&step.node, is_top && index == 0);
            for stage in &step.stages {
                match stage {
                    Stage::Filter(filter) => self.node(filter, false),
                    Stage::KeepArray | Stage::Index(_) => {}
                }
            }
        }
    }

    fn states_field(&mut self, field: &str) {
        let exists = match field {
            "input" | "context" => true,
            "result" => self.offered.result,
            "errorOutput" => self.offered.error_output,
            _ => false,
        };
        if !exists {
            self.complain(format!("Field '$states.{field}' does not exist."));
        }
    }

    /// A variable or a function, which JSONata looks up in the same place.
    fn name(&mut self, name: &str) {
        self.names.insert(name.to_owned());
        if name == "eval" {
            self.complain("The function '$eval' is not supported.".to_owned());
        }
    }

    fn binary(&mut self, op: BinaryOp, lhs: &AstNode, rhs: &AstNode, is_top: bool) {
        let newer = match op {
            BinaryOp::Coalesce => Some("??"),
            BinaryOp::Default => Some("?:"),
            _ => None,
        };
        if let Some(operator) = newer {
            let message = format!("The operator '{operator}' is not part of JSONata 2.0.6");
            self.complaints
                .push((FaultCode::InvalidJsonataExpression, message));
        }
        self.node(lhs, is_top);
        self.node(rhs, is_top);
    }
}
