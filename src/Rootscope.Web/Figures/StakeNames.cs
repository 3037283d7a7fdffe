using Rootscope.Answers.Economies;
using Rootscope.Catalogue;
using Rootscope.Tables;
using Rootscope.Web.Addresses;
using Rootscope.Web.Answering;
using Rootscope.Web.Language;

namespace Rootscope.Web.Figures;

/// <summary>
/// What the products of an economy are called, and where their pages are: industries, and parts that stand for technologies.
/// </summary>
public sealed class StakeNames
{
    private readonly EconomyUnderStudy _economy;
    private readonly StudiedNames _naming;

    /// <summary>The parts that were split off an industry.</summary>
    private readonly HashSet<string> _parts;

    internal StakeNames(EconomyUnderStudy economy, SiteAnswers economies)
    {
        (_economy, _naming) = (economy, new StudiedNames(economy, economies.Catalogue));
        _parts = [.. (economy.Bridge?.SplitOff ?? []).Select(p => p.Code)];
    }

    /// <summary>A product's name, without the words that most begin with; a part's in Chinese is that of its technologies.</summary>
    public Phrase Of(string code, string name)
    {
        Phrase named = _naming.Of(code, name);
        return new Phrase(BriefName.Of(named.English), named.Chinese);
    }

    /// <summary>The page of a product; null for final uses, which have none.</summary>
    public string? AddressOf(string code, PageState state)
    {
        PageState plain = state with { Of = null };
        return _parts.Contains(code) && _naming.TechnologiesOf(code).FirstOrDefault() is { } technology
                ? plain.AddressOf($"/technology/{technology.Id}")
            : _economy.Whole.Sectors.TryFindIndustry(code, out _) ? plain.AddressOf($"/industry/{Uri.EscapeDataString(code)}")
            : null;
    }
}
