using System.CommandLine;
using Rootscope.Answers.Catalogue;
using Rootscope.Answers.Reports;
using Rootscope.Catalogue;
using Rootscope.Cli.Options;
using Rootscope.Cli.Output;
using Rootscope.Storage;

namespace Rootscope.Cli.Catalogue;

/// <summary><c>rootscope catalogue</c>: the technologies, what is known about them, and whether the files are sound.</summary>
internal static class CatalogueCommand
{
    public static Command Create() =>
        new("catalogue", "The areas and technologies, their classes, links and evidence.")
        {
            CreateList(),
            CatalogueShowCommand.Create(),
            CreateCheck(),
        };

    private static DocumentedCommand CreateList()
    {
        var area = new Option<string?>("--area")
        {
            Description = "Only technologies of this area: information, energy, matter, space or life.",
            HelpName = "AREA",
        };
        var tier = new Option<string?>("--tier") { Description = "Only technologies of this tier: core or extended.", HelpName = "TIER" };
        var command = new DocumentedCommand(
            "list",
            "Lists the technologies of the catalogue.",
            "rootscope catalogue list",
            "rootscope catalogue list --area matter --tier core",
            "rootscope catalogue list -f json"
        )
        {
            area,
            tier,
        };
        command.SetAction(parsed => ReportWriter.Write(List(parsed.GetValue(area), parsed.GetValue(tier)), parsed));
        return command;
    }

    private static DocumentedCommand CreateCheck()
    {
        var folder = new Argument<string?>("FOLDER")
        {
            Description = "A folder with a catalogue's files. Default: the catalogue inside Rootscope.",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var command = new DocumentedCommand(
            "check",
            "Checks the catalogue: every code exists, every link resolves, every claim has a source or is marked as judgement. Ends "
                + "with code 3 if it finds a fault.",
            "rootscope catalogue check",
            "rootscope catalogue check -f json"
        )
        {
            folder,
        };
        command.SetAction(parsed =>
        {
            CatalogueCheckResult result = CatalogueLibrary.Check(parsed.GetValue(folder));
            ReportWriter.Write(CheckReport(result, parsed.GetValue(folder)), parsed);
            return result.Findings.Count == 0 ? ExitCode.Ok : ExitCode.BadData;
        });
        return command;
    }

    private static Report List(string? areaName, string? tierName)
    {
        TechnologyTier? tier = ParseTier(tierName);
        TechnologyCatalogue catalogue = CatalogueLibrary.Read();
        Area? area = areaName is null ? null : catalogue.FindArea(areaName);
        Technology[] chosen = [.. catalogue.Technologies.Where(t => (area is null || t.Area == area) && (tier is null || t.Tier == tier))];
        return new Report<CatalogueEntry>(
            "catalogue",
            CatalogueColumns.Technologies,
            chosen.Select(t => new CatalogueEntry(t, catalogue)),
            new Provenance
            {
                Command = "catalogue list",
                Options = [new("area", area?.Id ?? "all"), new("tier", tier is { } only ? StatusWords.Of(only) : "all")],
            }
        )
        {
            Remarks =
            [
                $"{chosen.Length} technologies of {catalogue.Technologies.Count}. 'rootscope catalogue show ID' tells more about one.",
            ],
        };
    }

    private static Report CheckReport(CatalogueCheckResult result, string? folder) =>
        new Report<CatalogueFinding>(
            "catalogue-check",
            [
                new("file", string.Empty, "The file.", ColumnStyle.Text, "file", f => f.File),
                new("line", "lines", "The line; the header is line 1.", ColumnStyle.Whole, "line", f => f.Line),
                new("column", string.Empty, "The column; empty where the whole row is meant.", ColumnStyle.Text, "column", f => f.Column),
                new("fault", string.Empty, "What is wrong.", ColumnStyle.Prose, "fault", f => f.Fault),
                new("repair", string.Empty, "What to do about it.", ColumnStyle.Prose, "repair", f => f.Repair),
            ],
            result.Findings,
            new Provenance
            {
                Command = "catalogue check",
                Options = [new("catalogue", folder ?? "embedded")],
                Notes = result.Notes,
            }
        )
        {
            Remarks =
            [
                result.Findings.Count == 0
                    ? "The catalogue is sound."
                    : $"{result.Findings.Count} faults. Formats json and csv show every cell in full.",
            ],
        };

    private static TechnologyTier? ParseTier(string? name) =>
        name switch
        {
            null => null,
            "core" => TechnologyTier.Core,
            "extended" => TechnologyTier.Extended,
            _ => throw new UsageException($"there is no tier '{name}'. Tiers are core and extended."),
        };
}
