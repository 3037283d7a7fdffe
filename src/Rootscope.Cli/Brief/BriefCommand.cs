using System.CommandLine;
using System.Globalization;
using System.Text;
using Rootscope.Answers;
using Rootscope.Answers.Briefs;
using Rootscope.Answers.Language;
using Rootscope.Answers.Questions;
using Rootscope.Cli.Options;
using Rootscope.Cli.Output;
using Rootscope.Cli.Trade;
using Rootscope.Solvers;

namespace Rootscope.Cli.Brief;

/// <summary><c>rootscope brief</c>: one or two pages on an economy, to be handed on.</summary>
internal static class BriefCommand
{
    private static readonly BriefQuestion Usual = new();

    private enum Kind
    {
        Markdown,
        Html,
        Pdf,
    }

    public static Command Create()
    {
        var command = new DocumentedCommand(
            "brief",
            "One or two pages to hand on: what an economy stands on, who can cut it off, what that costs, what to build first, what not to "
                + "conclude. Written as .md, .html or .pdf, in English or Chinese.",
            "rootscope brief --region CHN -o brief.pdf",
            "rootscope brief --region CHN --budget-share 0 --lang zh"
        );
        var region = new Option<string>("--region")
        {
            Description = "The economy, by a code or name of it.",
            HelpName = "CHN",
            DefaultValueFactory = _ => WeakSpotQuestion.DefaultRegion,
        };
        var table = new Option<string?>("--table")
        {
            Description =
                $"The table. Default: china-2020 for CHN, usa-2017 for USA, otherwise the region in {WeakSpotQuestion.WorldTable}.",
            HelpName = "TABLE",
        };
        Option<double> embargo = Number("--embargo", "Share of imports that goes missing in the embargo.", "SHARE", Usual.Embargo);
        Option<double> budget = Number(
            "--budget-share",
            "The budget for building, over a year's final spending; 0 for no plan.",
            "SHARE",
            Usual.BudgetShare
        );
        var trade = new Option<string[]>("--trade")
        {
            Description =
                "Trade between economies, by which dependence is judged: files as 'rootscope dependence' reads them, or a set's name.",
            HelpName = "FILE|SET",
            AllowMultipleArgumentsPerToken = true,
        };
        var holdings = new Option<string?>("--holdings")
        {
            Description = "Shares of suppliers by technology beside the embedded ones: CSV, see docs/methods/weak-spots.md.",
            HelpName = "FILE",
        };
        foreach (Option option in new Option[] { region, table, embargo, budget, trade, TradeSets.Countries, TradeSets.Columns, holdings })
        {
            command.Add(option);
        }

        command.SetAction(
            (parsed, cancellation) =>
            {
                string? file = parsed.GetValue(ReportWriter.OutputFile);
                Kind kind = KindOf(file, parsed.GetValue(ReportWriter.Format));
                Tongue tongue = GlobalOptions.TongueOf(parsed);
                if (kind == Kind.Pdf && !BriefPdf.CanWrite(tongue))
                {
                    throw new UsageException(
                        "no font of this machine has Chinese, which a PDF carries with it. Install one, such as Noto Sans CJK, or write "
                            + ".html, which a browser prints."
                    );
                }

                var question = new BriefQuestion(
                    new WeakSpotQuestion(parsed.GetRequiredValue(region))
                    {
                        Table = parsed.GetValue(table),
                        Trade = parsed.GetValue(trade) ?? [],
                        Countries = parsed.GetValue(TradeSets.Countries),
                        Columns = parsed.GetValue(TradeSets.Columns),
                        Holdings = parsed.GetValue(holdings),
                    }
                )
                {
                    Embargo = parsed.GetValue(embargo),
                    BudgetShare = parsed.GetValue(budget),
                };
                Analyst analyst = Analysts.Of(parsed);
                BriefAnswer answer = analyst.Brief(question, new OrToolsSolver(), progress: null, cancellation);
                Write(BriefWriting.Of(answer, analyst.Catalogue, tongue, Made(answer, tongue)), kind, file, parsed);
                return Task.FromResult(ExitCode.Ok);
            }
        );
        return command;
    }

    private static string Made(BriefAnswer answer, Tongue tongue) =>
        $"'rootscope brief --region {answer.WeakSpots.Economy}{(tongue == Tongue.Chinese ? " --lang zh" : string.Empty)}'";

    private static void Write(BriefDocument brief, Kind kind, string? file, ParseResult parsed)
    {
        string text = kind switch
        {
            Kind.Markdown => BriefMarkdown.Of(brief),
            Kind.Html => BriefHtml.Of(brief),
            _ => string.Empty,
        };
        if (file is null)
        {
            parsed.InvocationConfiguration.Output.Write(text);
            return;
        }

        string temporary = file + ".partial";
        string told;
        if (kind == Kind.Pdf)
        {
            using (FileStream stream = File.Create(temporary))
            {
                int pages = BriefPdf.Write(brief, stream);
                told = pages == 1 ? "1 page" : string.Create(CultureInfo.InvariantCulture, $"{pages} pages");
            }
        }
        else
        {
            File.WriteAllText(temporary, text, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
            told = "a brief";
        }

        File.Move(temporary, file, overwrite: true);
        if (!parsed.GetValue(ReportWriter.Quiet))
        {
            parsed.InvocationConfiguration.Error.WriteLine($"wrote {file}: {told}");
        }
    }

    private static Kind KindOf(string? file, string? format)
    {
        ReportWriter.RequireFolder(file);
        string? named = format?.ToLowerInvariant() ?? (file is null ? "md" : Path.GetExtension(file).TrimStart('.').ToLowerInvariant());
        Kind? kind = named switch
        {
            "md" => Kind.Markdown,
            "html" or "htm" => Kind.Html,
            "pdf" => Kind.Pdf,
            _ => null,
        };
        return kind is not { } known
                ? throw new UsageException($"a brief is written as md, html or pdf, not as '{named}'. Name a file such as -o brief.pdf.")
            : known == Kind.Pdf && file is null ? throw new UsageException("pdf is no text: name a file with -o.")
            : known;
    }

    private static Option<double> Number(string name, string description, string help, double usual) =>
        new(name)
        {
            Description = string.Create(CultureInfo.InvariantCulture, $"{description} Default: {usual}."),
            HelpName = help,
            DefaultValueFactory = _ => usual,
        };
}
