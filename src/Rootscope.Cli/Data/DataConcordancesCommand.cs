using System.CommandLine;
using Rootscope.Cli.Options;
using Rootscope.Cli.Output;
using Rootscope.Storage;

namespace Rootscope.Cli.Data;

/// <summary><c>rootscope data concordances</c>: the embedded correspondences between classifications.</summary>
internal static class DataConcordancesCommand
{
    private static readonly IReadOnlyList<Column<ConcordanceSummary>> Columns =
    [
        new("name", string.Empty, "The name it is called by.", ColumnStyle.Text, "concordance", c => c.Name),
        new("from", string.Empty, "The classification of the codes.", ColumnStyle.Prose, "from", c => c.From),
        new("to", string.Empty, "The classification of the targets.", ColumnStyle.Prose, "to", c => c.To),
        new(
            "hasWeights",
            string.Empty,
            "False where codes have several targets without weights: --sizes is needed.",
            ColumnStyle.Flag,
            "weights",
            c => c.HasWeights
        ),
        new("source", string.Empty, "Where the links are from.", ColumnStyle.Prose, "source", c => c.Source),
        new("licence", string.Empty, "The licence or terms, as far as known.", ColumnStyle.Text, null, c => c.Licence),
    ];

    public static Command Create()
    {
        var command = new DocumentedCommand(
            "concordances",
            "Lists the embedded correspondences between classifications, which 'data aggregate --by' takes.",
            "rootscope data concordances",
            "rootscope data concordances -f json"
        );
        command.SetAction(Run);
        return command;
    }

    private static int Run(ParseResult parsed)
    {
        _ = ReportWriter.FormatOf(parsed);
        ReportWriter.Write(
            new Report<ConcordanceSummary>(
                "concordances",
                Columns,
                ConcordanceLibrary.Embedded,
                new Provenance { Command = "data concordances" }
            ),
            parsed
        );
        return ExitCode.Ok;
    }
}
