package org.portfolioledger.command.sheet;

import org.portfolioledger.state.MappingState.MappingVersion;

/**
 * The version of a mapping that an import uses.
 *
 * @param id of the mapping
 * @param register whose initiatives the rows are about
 */
public record MappingInUse(String id, String register, MappingVersion version) {}
