using System.CommandLine;
using Rootscope.Answers.Pictures;
using Rootscope.Answers.Questions;
using Rootscope.Answers.Trade;
using Rootscope.Cli.Options;
using Rootscope.Cli.Output;
using Rootscope.Cli.Pictures;
using Rootscope.Cli.Trade;

namespace Rootscope.Cli.Complexity;

/// <summary><c>rootscope complexity TRADE</c>: indices of complexity from a file of exports by country and product.</summary>
internal static class ComplexityCommand
{
    private static readonly Argument<string> Trade = new("TRADE")
    {
        Description =
            "Exports as long CSV or Parquet: country, product, value and, where there are several, year. BACI, Comtrade and Atlas "
            + "files are recognised; "
            + "or the name of a set of trade in the workspace ('rootscope data list --trade').",
    };

    private static readonly Option<string?> Year = new("--year")
    {
        Description = "The year, or 'all'. Default: the last year of the file.",
        HelpName = "YYYY|all",
    };

    private static readonly Choice<ComplexitySubject> Of = new(
        "--of",
        "What a row is.",
        ComplexitySubject.Countries,
        QuestionWords.ComplexitySubjects
    );

    private static readonly Choice<ComparedCountries> Filter = new(
        "--filter",
        "Compare all countries, or leave out very small ones and those with few figures.",
        ComparedCountries.Usual,
        QuestionWords.CountryFilters
    );

    private static readonly Option<string?> Population = new("--population")
    {
        Description =
            "CSV with the columns country and population (people): the filter then leaves out countries of fewer than 1.2 million.",
        HelpName = "FILE",
    };

    private static readonly Choice<OutlookConvention> Outlook = new(
        "--outlook",
        "The convention of COI and COG.",
        OutlookConvention.Standardised,
        QuestionWords.Outlooks
    );

    private static readonly Option<string?> Country = new("--country")
    {
        Description = "Only this country, by a code or name of it.",
        HelpName = "CODE",
    };

    private static readonly Option<string?> Product = new("--product")
    {
        Description = "Only this product, by the code in the file.",
        HelpName = "CODE",
    };

    private static readonly Option<int?> Top = ReportWriter.TopOption();

    public static Command Create()
    {
        var command = new DocumentedCommand(
            "complexity",
            "Economic complexity from exports: ECI, PCI, fitness, density, outlook (COI) and gain (COG), with the conventions they follow.",
            "rootscope complexity samples/made-exports.csv",
            "rootscope complexity samples/made-exports.csv --of pairs --country MORVA --filter none -f csv",
            "rootscope complexity samples/made-exports.csv --of products --year 2021 --outlook atlas"
        )
        {
            Trade,
            Year,
            TradeSets.Columns,
            Of.Option,
            Filter.Option,
            Population,
            Outlook.Option,
            Country,
            Product,
            Top,
        };
        command.Draws = true;
        command.SetAction(
            (parsed, cancellation) =>
            {
                Run(parsed, cancellation);
                return Task.FromResult(ExitCode.Ok);
            }
        );
        return command;
    }

    private static void Run(ParseResult parsed, CancellationToken cancellation)
    {
        _ = ReportWriter.FormatOf(parsed);
        var question = new ComplexityQuestion(parsed.GetRequiredValue(Trade))
        {
            Columns = parsed.GetValue(TradeSets.Columns),
            Year = parsed.GetValue(Year),
            Of = Of.Of(parsed),
            Filter = Filter.Of(parsed),
            Population = parsed.GetValue(Population),
            Outlook = Outlook.Of(parsed),
            Country = parsed.GetValue(Country),
            Product = parsed.GetValue(Product),
            Top = ReportWriter.TopOf(parsed, Top),
        };
        ComplexityAnswer answer = Analysts.Of(parsed).Complexity(question, cancellation);
        Report report = ComplexityReport.Of(answer, "complexity");
        ReportWriter.Write(report, parsed, () => new SheetDrawing(ReportBars.Of(report, Drawing(question), SheetFormat.Wide)));
    }

    private static ReportDrawing Drawing(ComplexityQuestion question) =>
        question.Of switch
        {
            ComplexitySubject.Countries => new ReportDrawing(
                "eci",
                ["year", "country"],
                "Economic complexity of countries",
                "Economic complexity index (ECI), with mean 0 and deviation 1 over the countries that are compared."
            ),
            ComplexitySubject.Products => new ReportDrawing(
                "pci",
                ["year", "product"],
                "Complexity of products",
                "Product complexity index (PCI), on the scale of the countries' index."
            ),
            _ => new ReportDrawing(
                "density",
                ["year", "country", "product"],
                "How near products are to what countries make",
                "Density: share of the proximity around a product that the country's advantages have; those it has no advantage in."
            )
            {
                Of = cell => cell("hasAdvantage") is not true,
            },
        };
}
