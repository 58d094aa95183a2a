module example.com/corner-shop/mailer

go 1.25
