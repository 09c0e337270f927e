/// A house in which every wall has fallen, once and on purpose: `FloorPlanTest` sees each rule
/// fail here before it trusts the rule elsewhere. Nothing in it is an example.
package ruin;
