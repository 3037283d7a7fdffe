using System.Globalization;
using Rootscope.Answers.Reports;
using Rootscope.Answers.Stake;
using Rootscope.Catalogue;

namespace Rootscope.Answers.Pictures;

/// <summary>One product of a picture of what is at stake: a technology, or an industry.</summary>
internal sealed record StakeMark
{
    public required int Rank { get; init; }

    public required string Code { get; init; }

    public required string Name { get; init; }

    /// <summary>The area of the catalogue that it stands for; null for none.</summary>
    public string? Area { get; init; }

    /// <summary>Whether it is drawn as what the picture is about; the others are faint.</summary>
    public bool IsStrong { get; init; }

    /// <summary>The technologies that it stands for, by identifier.</summary>
    public IReadOnlyList<string> Technologies { get; init; } = [];

    /// <summary>Code of the industry that it is a part of; null for whole industries.</summary>
    public string? Host { get; init; }

    /// <summary>Own output over all output. Unit: share.</summary>
    public required double OutputShare { get; init; }

    /// <summary>What is at stake. Unit: share of a year's final spending; null where it has no figure.</summary>
    public double? AtStakeShare { get; init; }

    /// <summary>Lower end of the band; null until draws are made.</summary>
    public double? Low { get; init; }

    /// <summary>Upper end of the band.</summary>
    public double? High { get; init; }

    /// <summary>What it shares with products whose places cannot be told from its own; null until draws are made.</summary>
    public string? Tier { get; init; }

    /// <summary>Its page; null in files.</summary>
    public string? Address { get; init; }

    /// <summary>Whether it has a place on two logarithmic axes.</summary>
    public bool IsDrawn => OutputShare > 0 && AtStakeShare > 0;

    /// <summary>Every product of an answer, most at stake first.</summary>
    public static IReadOnlyList<StakeMark> Of(StakeAnswer answer, TechnologyCatalogue catalogue)
    {
        StakeAnswer whole = answer with { Question = answer.Question with { Top = 0 } };
        Dictionary<string, string> hosts = (answer.Economy.Bridge?.SplitOff ?? []).ToDictionary(
            p => p.Code,
            p => p.Parent,
            StringComparer.Ordinal
        );
        HashSet<string> split = [.. hosts.Values];
        bool areTechnologies = hosts.Count > 0;
        return [.. StakeLine.Of(whole, catalogue).Select(Mark)];

        StakeMark Mark(StakeLine line)
        {
            string code = line.Row.Code;
            string[] technologies = line.Technologies?.Split(' ') ?? [];
            string? area = technologies is [var first, ..] ? catalogue.Technologies.First(t => t.Id == first).Area.Id : line.Area;

            // What is left of an industry when its technologies were split off stands for none of them.
            bool isRest = split.Contains(code);
            return new StakeMark
            {
                Rank = line.Row.Rank,
                Code = code,
                Name = BriefName.Of(line.Row.Name),
                Area = isRest ? null : area,
                IsStrong = areTechnologies ? !isRest && area is not null : area is not null,
                Technologies = technologies,
                Host = hosts.GetValueOrDefault(code),
                OutputShare = line.Row.OutputShare,
                AtStakeShare = line.Row.AtStakeShare,
                Low = Number(line, "low"),
                High = Number(line, "high"),
                Tier = Convert.ToString(Value(line, "tier"), CultureInfo.InvariantCulture) is { Length: > 0 } tier ? tier : null,
            };
        }
    }

    private static object? Value(StakeLine line, string column) => StakeColumns.All.First(c => c.Name == column).Value(line);

    private static double? Number(StakeLine line, string column) => Value(line, column) as double?;
}
