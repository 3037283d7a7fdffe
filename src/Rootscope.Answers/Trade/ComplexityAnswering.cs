using System.Globalization;
using Rootscope.Answers.Questions;
using Rootscope.Complexity;
using Rootscope.Storage.Formats.Shared;
using Rootscope.Storage.Formats.Trade;
using Rootscope.Storage.Workspaces;
using Rootscope.Tables;
using Rootscope.Tables.Economies;

namespace Rootscope.Answers.Trade;

/// <summary>Indices of complexity from exports.</summary>
internal static class ComplexityAnswering
{
    /// <summary>Answers a question.</summary>
    /// <param name="question">The question, checked.</param>
    /// <param name="workspace">Where sets of trade are; null where there is none.</param>
    /// <param name="threads">Most threads.</param>
    /// <param name="cancellation">Stops between steps.</param>
    public static ComplexityAnswer Of(ComplexityQuestion question, FolderWorkspace? workspace, int threads, CancellationToken cancellation)
    {
        ExportFile file = Open(question, workspace, cancellation);
        IReadOnlyDictionary<string, double>? people = question.Population is { } path ? PopulationFile.Read(path) : null;
        ComplexityOptions options = OptionsOf(question, threads);
        ComplexityYear[] years =
        [
            .. Chosen(file, question.Year)
                .Select(y => new ComplexityYear(y.Year, ComplexityProfile.Of(y.Exports, options, people, cancellation))),
        ];
        Check(years, question.Country, p => p.Exports.Countries, "country", question);
        Check(years, question.Product, p => p.Exports.Products, "product", question);
        return new ComplexityAnswer(question, file, years);
    }

    /// <summary>The exports of a file, or of a set of trade in the workspace where no file has that name.</summary>
    private static ExportFile Open(ComplexityQuestion question, FolderWorkspace? workspace, CancellationToken cancellation) =>
        Path.Exists(question.Trade) || Path.GetExtension(question.Trade).Length > 0
            ? ExportFile.Read(
                question.Trade,
                question.Columns is { } text ? TradeColumnNames.Parse(text) : null,
                countries: null,
                cancellation
            )
            : ExportFile.Of(
                question.Trade,
                TradeSource.Open(workspace, [question.Trade], new TradeReading { Columns = question.Columns }, cancellation)
            );

    private static ComplexityOptions OptionsOf(ComplexityQuestion question, int threads) =>
        new()
        {
            Filter = question.Filter == ComparedCountries.All ? CountryFilter.None : CountryFilter.Default,
            Outlook = question.Outlook switch
            {
                OutlookConvention.Atlas => new OutlookOptions { Gain = OutlookGain.LessOwn },
                OutlookConvention.Unshifted => new OutlookOptions { Weights = OutlookWeights.Unshifted },
                _ => new OutlookOptions(),
            },
            Threads = threads,
        };

    private static IEnumerable<YearOfExports> Chosen(ExportFile file, string? year)
    {
        if (year is null)
        {
            return [file.Years[^1]];
        }

        if (year == ComplexityQuestion.AllYears)
        {
            return file.Years;
        }

        string[] years = [.. file.Years.Select(y => y.Year?.ToString(CultureInfo.InvariantCulture)).OfType<string>()];
        if (years.Length == 0)
        {
            throw new QuestionException([
                new QuestionFault(
                    "year",
                    $"{file.Path} has no column of years.",
                    "Leave out {year}, or name the column with {columns=year=NAME}."
                ),
            ]);
        }

        int at = Array.IndexOf(years, year);
        return at >= 0
            ? [file.Years[at]]
            : throw new UnknownNameException(
                "year",
                year,
                NearestNames.Of(year, years),
                $"{file.Path} has {string.Join(", ", years)}; '{ComplexityQuestion.AllYears}' takes every one."
            );
    }

    private static void Check(
        ComplexityYear[] years,
        string? named,
        Func<ComplexityProfile, IReadOnlyList<string>> codes,
        string kind,
        ComplexityQuestion question
    )
    {
        if (
            named is null
            || years.Any(y => codes(y.Profile).Any(c => c == named || (kind == "country" && EconomyIdentities.AreSame(c, named))))
        )
        {
            return;
        }

        CountryLeftOut? leftOut = years
            .SelectMany(y => y.Profile.CountriesLeftOut)
            .FirstOrDefault(c => kind == "country" && EconomyIdentities.AreSame(c.Country, named));
        throw leftOut is not null
            ? new ModelException(
                $"'{named}' is not compared: {leftOut.Reason}. Compare all countries with {Repair.Option("filter", "none")}."
            )
            : new UnknownNameException(
                kind,
                named,
                NearestNames.Of(named, codes(years[0].Profile)),
                question.Filter == ComparedCountries.All
                    ? "Codes are those of the file."
                    : "Codes are those of the file, less what the filter leaves out."
            );
    }
}
