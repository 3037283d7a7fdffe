using System.Globalization;

namespace Rootscope.Tables.Aggregation;

/// <summary>The links of a concordance while they are collected.</summary>
internal sealed class ConcordanceParts(string name)
{
    private readonly Dictionary<string, int> _numberOf = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<ConcordancePart>> _partsOf = new(StringComparer.Ordinal);

    public List<string> Sources { get; } = [];

    public List<string> Targets { get; } = [];

    public List<ConcordancePart> PartsOf(string source) => _partsOf[source];

    public void Add(ConcordanceLink link)
    {
        (string from, string to, double weight) = link;
        if (string.IsNullOrWhiteSpace(from) || string.IsNullOrWhiteSpace(to))
        {
            throw Fault($"the link '{from}' to '{to}' lacks a code. Give both codes.");
        }

        if (!(weight is >= 0 and <= 1))
        {
            throw Fault(
                string.Create(CultureInfo.InvariantCulture, $"the link '{from}' to '{to}' has weight {weight}. Give a share from 0 to 1.")
            );
        }

        if (_numberOf.TryAdd(to, Targets.Count))
        {
            Targets.Add(to);
        }

        if (!_partsOf.TryGetValue(from, out List<ConcordancePart>? parts))
        {
            Sources.Add(from);
            _partsOf.Add(from, parts = []);
        }

        AddTo(parts, link, _numberOf[to]);
    }

    private void AddTo(List<ConcordancePart> parts, ConcordanceLink link, int target)
    {
        int there = parts.FindIndex(p => p.Target == target);
        if (there < 0)
        {
            parts.Add(new ConcordancePart(target, link.Weight));
        }
        else if (!parts[there].Weight.Equals(link.Weight))
        {
            throw Fault(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"the link '{link.From}' to '{link.To}' is given twice, with weights {parts[there].Weight} and {link.Weight}. "
                        + $"Remove one."
                )
            );
        }
    }

    private TableException Fault(string message) => new($"concordance '{name}'", message);
}
