package org.portfolioledger.command.web;

/** Begins a dry run: commands are decided on a private continuation of the ledger, so nothing is kept and nobody waits. */
@FunctionalInterface
interface DryRun {

    /** The whole way from a body to a decision; what it records, only its own later commands see. */
    Commands begin();
}
