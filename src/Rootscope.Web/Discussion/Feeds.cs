using System.Globalization;
using System.Text;
using System.Xml;
using System.Xml.Linq;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Rootscope.Web.Figures;
using Rootscope.Web.Hosting;
using Rootscope.Web.Language;
using Rootscope.Web.Requests;
using Rootscope.Web.Settings;

namespace Rootscope.Web.Discussion;

/// <summary>An Atom feed for each subject: <c>/feeds/technology/ID.atom</c>.</summary>
internal static class Feeds
{
    private const int Entries = 50;
    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";

    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/feeds/{kind}/{id}.atom", AnswerAsync);

    private static async Task<IResult> AnswerAsync(
        string kind,
        string id,
        HttpContext context,
        DiscussionSubjects subjects,
        CommentReading reading,
        ObservatoryOptions options
    )
    {
        if (subjects.Find(kind, id) is not { } subject)
        {
            return Results.NotFound();
        }

        IReadOnlyList<PublicComment> comments = await reading.LatestAsync(subject.Id, Entries, context.RequestAborted);
        string site = options.PublicAddress?.GetLeftPart(UriPartial.Authority) ?? $"{context.Request.Scheme}://{context.Request.Host}";
        var feed = new XElement(
            Atom + "feed",
            new XElement(Atom + "id", site + subject.Address),
            new XElement(Atom + "title", $"{subject.Title[Tongue.English]} · Rootscope"),
            new XElement(Atom + "link", new XAttribute("href", site + subject.Address)),
            new XElement(Atom + "link", new XAttribute("rel", "self"), new XAttribute("href", $"{site}/feeds/{subject.Id}.atom")),
            new XElement(Atom + "updated", Moment(comments.Select(c => c.EditedAt ?? c.At).DefaultIfEmpty(DateTimeOffset.UnixEpoch).Max())),
            comments.Select(c => new XElement(
                Atom + "entry",
                new XElement(Atom + "id", $"{site}{subject.Address}#comment-{c.Key}"),
                new XElement(Atom + "title", $"{c.Name}: {subject.Title[Tongue.English]}"),
                new XElement(Atom + "link", new XAttribute("href", $"{site}{subject.Address}#comment-{c.Key}")),
                new XElement(Atom + "author", new XElement(Atom + "name", c.Name)),
                new XElement(Atom + "published", Moment(c.At)),
                new XElement(Atom + "updated", Moment(c.EditedAt ?? c.At)),
                new XElement(Atom + "content", new XAttribute("type", "html"), c.Html)
            ))
        );
        return ConditionalText.Of(context, Written(feed), "application/atom+xml; charset=utf-8");
    }

    private static string Moment(DateTimeOffset at) => at.ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture);

    private static string Written(XElement feed)
    {
        using var content = new MemoryStream();
        using (
            var writer = XmlWriter.Create(
                content,
                new XmlWriterSettings
                {
                    Encoding = new UTF8Encoding(false),
                    Indent = true,
                    CheckCharacters = true,
                }
            )
        )
        {
            feed.Save(writer);
        }

        return Encoding.UTF8.GetString(content.ToArray());
    }
}
