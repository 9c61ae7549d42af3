package org.portfolioledger.command.web;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Schema;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The parameters of every import of a spreadsheet, as the API page shows them. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@Parameter(
        name = "mapping",
        required = true,
        description = "Id of the mapping; its latest version in effect today is used",
        in = ParameterIn.QUERY,
        schema = @Schema(type = "string"))
@Parameter(
        name = "snapshot",
        description =
                "Day for which the rows hold; rows of other days are left aside. Without it, that of the first row",
        in = ParameterIn.QUERY,
        schema = @Schema(type = "string", format = "date"))
@Parameter(
        name = "knownAt",
        description = "When the organisation knew, by a migrator: an instant, or a date",
        in = ParameterIn.QUERY,
        schema = @Schema(type = "string"))
@Parameter(
        name = "edition",
        description = "Tells apart several returns of one day, by at most 16 characters",
        in = ParameterIn.QUERY,
        schema = @Schema(type = "string", maxLength = 16))
@Parameter(
        name = "dryRun",
        description = "Whether to decide every row and keep nothing: true or false",
        in = ParameterIn.QUERY,
        schema = @Schema(type = "string", defaultValue = "false"))
@Parameter(name = "id", description = ImportAnswers.ID, in = ParameterIn.QUERY, schema = @Schema(type = "string"))
@Parameter(
        name = "onError",
        description = "What happens to the rows after a refused one: they are not recorded (stop), or they are recorded"
                + " without it (skip)",
        in = ParameterIn.QUERY,
        schema = @Schema(type = "string", defaultValue = "stop"))
@interface SheetParameters {}
