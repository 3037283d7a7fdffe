using System.Reflection;
using System.Xml.Linq;

namespace Rootscope.Tests.Conventions;

/// <summary>The XML documentation of an assembly, by member.</summary>
internal sealed class XmlDocumentation
{
    private readonly ILookup<string, XElement> _members;

    private XmlDocumentation(XDocument page) =>
        _members = page.Descendants("member").ToLookup(m => m.Attribute("name")!.Value.Split('(')[0], StringComparer.Ordinal);

    public static XmlDocumentation Of(Assembly assembly) => new(XDocument.Load(Path.ChangeExtension(assembly.Location, ".xml")));

    /// <summary>
    /// Everything that is said about a member: its own text, that of the record's parameter of the same name, and the remarks of its type.
    /// Empty where the assembly does not hold the type.
    /// </summary>
    public string TextOf(Type type, MemberInfo member, string? parameter)
    {
        string owner = type.FullName!.Replace('+', '.');
        string kind = member is PropertyInfo ? "P" : "M";
        IEnumerable<string> own = _members[$"{kind}:{owner}.{member.Name}"].Select(m => m.ToString());
        IEnumerable<string> ofParameter = _members[$"T:{owner}"]
            .Elements("param")
            .Where(p => p.Attribute("name")?.Value == parameter)
            .Select(p => p.ToString());
        IEnumerable<string> ofType = _members[$"T:{owner}"].Elements("remarks").Select(r => r.ToString());
        return string.Join(' ', own.Concat(ofParameter).Concat(ofType));
    }
}
