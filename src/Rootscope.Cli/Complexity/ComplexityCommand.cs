using System.CommandLine;
using System.Globalization;
using Rootscope.Cli.Options;
using Rootscope.Cli.Output;
using Rootscope.Cli.Trade;
using Rootscope.Complexity;
using Rootscope.Storage.Formats.Shared;
using Rootscope.Storage.Formats.Trade;
using Rootscope.Tables;

namespace Rootscope.Cli.Complexity;

/// <summary><c>rootscope complexity TRADE</c>: indices of complexity from a file of exports by country and product.</summary>
internal static class ComplexityCommand
{
    private const string AllYears = "all";

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

    private static readonly Option<string?> Columns = new("--columns")
    {
        Description = "Which columns are what, where their names do not tell: country=geo,product=hs,value=usd,year=t.",
        HelpName = "PAIRS",
    };

    private static readonly Choice<ComplexitySubject> Of = new(
        "--of",
        "What a row is.",
        ComplexitySubject.Countries,
        ("countries", ComplexitySubject.Countries),
        ("products", ComplexitySubject.Products),
        ("pairs", ComplexitySubject.Pairs)
    );

    private static readonly Choice<FilterKind> Filter = new(
        "--filter",
        "Compare all countries, or leave out very small ones and those with few figures.",
        FilterKind.Default,
        ("none", FilterKind.None),
        ("default", FilterKind.Default)
    );

    private static readonly Option<string?> Population = new("--population")
    {
        Description =
            "CSV with the columns country and population (people): the filter then leaves out countries of fewer than 1.2 million.",
        HelpName = "FILE",
    };

    private static readonly Choice<OutlookKind> Outlook = new(
        "--outlook",
        "The convention of COI and COG.",
        OutlookKind.Standardised,
        ("standardised", OutlookKind.Standardised),
        ("atlas", OutlookKind.Atlas),
        ("unshifted", OutlookKind.Unshifted)
    );

    private static readonly Option<string?> Country = new("--country")
    {
        Description = "Only this country, by the code in the file.",
        HelpName = "CODE",
    };

    private static readonly Option<string?> Product = new("--product")
    {
        Description = "Only this product, by the code in the file.",
        HelpName = "CODE",
    };

    private static readonly Option<int> Top = new("--top")
    {
        Description = "How many rows to print; 0 for all. Default: 20 in tables for people, all in data formats.",
        HelpName = "N",
        DefaultValueFactory = _ => -1,
    };

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
            Columns,
            Of.Option,
            Filter.Option,
            Population,
            Outlook.Option,
            Country,
            Product,
            Top,
        };
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
        OutputFormat format = ReportWriter.FormatOf(parsed);
        int top = parsed.GetValue(Top) switch
        {
            -1 => format == OutputFormat.Table ? 20 : 0,
            >= 0 and var rows => rows,
            var wrong => throw new UsageException($"--top cannot be {wrong}: it is a number of rows, 0 for all."),
        };
        ComplexitySubject subject = Of.Of(parsed);
        ComplexityOptions options = OptionsOf(parsed);
        ExportFile file = Open(parsed, parsed.GetRequiredValue(Trade), cancellation);
        IReadOnlyDictionary<string, double>? people = parsed.GetValue(Population) is { } path ? PopulationFile.Read(path) : null;
        (YearOfExports Exports, ComplexityProfile Profile)[] years =
        [
            .. Chosen(file, parsed.GetValue(Year)).Select(y => (y, ComplexityProfile.Of(y.Exports, options, people, cancellation))),
        ];
        var request = new ComplexityRequest(
            subject,
            parsed.GetValue(Country),
            parsed.GetValue(Product),
            top,
            Filter.WordOf(Filter.Of(parsed)),
            Outlook.WordOf(Outlook.Of(parsed))
        );
        ReportWriter.Write(ComplexityReport.Of(file, years, request), parsed);
    }

    /// <summary>The exports of a file, or of a set of trade in the workspace where no file has that name.</summary>
    internal static ExportFile Open(ParseResult parsed, string name, CancellationToken cancellation) =>
        File.Exists(name) || Path.GetExtension(name).Length > 0
            ? ExportFile.Read(name, ColumnsOf(parsed), cancellation)
            : ExportFile.Of(name, TradeSets.Open(parsed, [name], new TradeReading(), cancellation));

    private static ComplexityOptions OptionsOf(ParseResult parsed) =>
        new()
        {
            Filter = Filter.Of(parsed) == FilterKind.None ? CountryFilter.None : CountryFilter.Default,
            Outlook = Outlook.Of(parsed) switch
            {
                OutlookKind.Atlas => new OutlookOptions { Gain = OutlookGain.LessOwn },
                OutlookKind.Unshifted => new OutlookOptions { Weights = OutlookWeights.Unshifted },
                _ => new OutlookOptions(),
            },
            Threads = GlobalOptions.ThreadsOf(parsed),
        };

    private static ExportColumns? ColumnsOf(ParseResult parsed)
    {
        try
        {
            return parsed.GetValue(Columns) is { } text ? ExportColumns.Parse(text) : null;
        }
        catch (FormatException e)
        {
            throw new UsageException($"--columns: {e.Message}");
        }
    }

    private static IEnumerable<YearOfExports> Chosen(ExportFile file, string? year)
    {
        if (year is null)
        {
            return [file.Years[^1]];
        }

        if (year == AllYears)
        {
            return file.Years;
        }

        string[] years = [.. file.Years.Select(y => y.Year?.ToString(CultureInfo.InvariantCulture)).OfType<string>()];
        if (years.Length == 0)
        {
            throw new UsageException($"{file.Path} has no column of years: leave out --year, or name the column with --columns year=NAME.");
        }

        int at = Array.IndexOf(years, year);
        return at >= 0
            ? [file.Years[at]]
            : throw new UnknownNameException(
                "year",
                year,
                NearestNames.Of(year, years),
                $"{file.Path} has {string.Join(", ", years)}; 'all' takes every one."
            );
    }

    private enum FilterKind
    {
        None,
        Default,
    }

    private enum OutlookKind
    {
        Standardised,
        Atlas,
        Unshifted,
    }
}

/// <summary>What a row of the report of complexity is.</summary>
internal enum ComplexitySubject
{
    /// <summary>A country.</summary>
    Countries,

    /// <summary>A product.</summary>
    Products,

    /// <summary>A country and a product.</summary>
    Pairs,
}
