using Rootscope.Screening.Lists;

namespace Rootscope.Storage.Formats.Screening;

/// <summary>A record while the rows that tell of it are read.</summary>
internal sealed class RecordDraft(string id, RecordKind kind)
{
    private readonly List<ListedName> _names = [];
    private readonly List<string> _programmes = [];
    private readonly List<string> _countries = [];
    private readonly List<string> _addresses = [];
    private readonly List<string> _identifiers = [];
    private readonly List<string> _remarks = [];

    private string _until = string.Empty;

    public bool HasName => _names.Count > 0;

    /// <summary>Adds a name; a primary one stands before the others, and none comes twice.</summary>
    public void Name(string text, NameRole role)
    {
        string name = ListFile.Clean(text);
        if (name.Length == 0 || _names.Any(n => n.Text == name))
        {
            return;
        }

        int place = role == NameRole.Primary ? _names.TakeWhile(n => n.Role == NameRole.Primary).Count() : _names.Count;
        _names.Insert(place, new ListedName(name, role));
    }

    public void Programme(string text) => Add(_programmes, text);

    public void Country(string text) => Add(_countries, text);

    public void Address(string text) => Add(_addresses, text);

    public void Identifier(string text) => Add(_identifiers, text);

    public void Remark(string text) => Add(_remarks, text);

    /// <summary>Says when the listing ended or ends; among the remarks too, so that a decision is bound to it.</summary>
    public void Until(string day)
    {
        _until = ListFile.Clean(day);
        Remark(_until.Length > 0 ? $"Until {_until}." : string.Empty);
    }

    public ScreeningRecord Make() =>
        new(id, kind, _names)
        {
            Programmes = _programmes,
            Countries = _countries,
            Addresses = _addresses,
            Identifiers = _identifiers,
            Remarks = string.Join(' ', _remarks),
            Until = _until,
        };

    private static void Add(List<string> list, string text)
    {
        string clean = ListFile.Clean(text);
        if (clean.Length > 0 && !list.Contains(clean, StringComparer.Ordinal))
        {
            list.Add(clean);
        }
    }
}
