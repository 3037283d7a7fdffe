using System.CommandLine;
using Rootscope.Answers.Questions;
using Rootscope.Cli.Options;
using Rootscope.Cli.Output;
using Rootscope.Storage.Export;
using Rootscope.Tables;

namespace Rootscope.Cli.Data;

/// <summary><c>rootscope data export TABLE -o FILE|FOLDER --as csv|parquet|pymrio|zip</c>: writes a table for other programs.</summary>
internal static class DataExportCommand
{
    private static readonly Argument<string> Table = TableArgument.Required();

    private static readonly Choice<ExportFormat> As = new(
        "--as",
        "csv: a folder with datapackage.json; parquet: one file; pymrio: a folder that pymrio loads; zip: the CSV package with README, "
            + "licence and citation.",
        new OptionWords<ExportFormat>(
            ("csv", ExportFormat.Csv),
            ("parquet", ExportFormat.Parquet),
            ("pymrio", ExportFormat.Pymrio),
            ("zip", ExportFormat.Zip)
        )
    );

    private static readonly Option<bool> RightsConfirmed = new("--rights-confirmed")
    {
        Description =
            "Include figures whose terms are unstated or unconfirmed: you state that you hold the right to them. Forbidden figures "
            + "stay out.",
    };

    public static Command Create()
    {
        var command = new DocumentedCommand(
            "export",
            "Writes a table for other programs, every figure to the last bit, with source, licence and citation. Figures that may not "
                + "be passed on are left out.",
            "rootscope data export usa-2017 --as zip -o usa-2017.zip",
            "rootscope data export usa-2017 --as parquet -o usa-2017.parquet",
            "rootscope data export world-2011 --as csv -o world-2011-about"
        )
        {
            Table,
            As.Option,
            RightsConfirmed,
        };
        command.SetAction((parsed, cancellation) => Task.FromResult(Run(parsed, cancellation)));
        return command;
    }

    private static int Run(ParseResult parsed, CancellationToken cancellation)
    {
        string target =
            parsed.GetValue(ReportWriter.OutputFile) ?? throw new UsageException("export needs -o: the file or folder to write.");
        ExportFormat format = As.Given(parsed) ?? BySuffix(target);
        FlowTable table = TableArgument.Read(parsed, Table);
        ExportResult result = TableExport.Write(table, target, format, parsed.GetValue(RightsConfirmed), cancellation);
        if (!result.HasFigures)
        {
            parsed.InvocationConfiguration.Error.WriteLine(
                $"{table.Metadata.Id}: the figures are left out. {result.Terms.Reason} "
                    + (result.Terms.MayBeConfirmed ? "Add --rights-confirmed if you hold the right to them." : "They cannot be exported.")
            );
        }

        if (!parsed.GetValue(ReportWriter.Quiet))
        {
            parsed.InvocationConfiguration.Output.WriteLine(
                $"wrote {target}{(result.Files.Count > 1 ? $": {string.Join(", ", result.Files)}" : string.Empty)}"
            );
        }

        return ExitCode.Ok;
    }

    private static ExportFormat BySuffix(string target) =>
        Path.GetExtension(target).ToLowerInvariant() switch
        {
            ".zip" => ExportFormat.Zip,
            ".parquet" => ExportFormat.Parquet,
            _ => throw new UsageException("say --as csv, parquet, pymrio or zip: the name of the target does not tell."),
        };
}
